package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.caselist.CaseLine;
import fr.hubee.desk.casework.AnswerService;
import fr.hubee.desk.casework.CaseFile;
import fr.hubee.desk.casework.CaseView.HistoryEntry;
import fr.hubee.desk.casework.News;
import fr.hubee.exchange.status.Answers;
import fr.hubee.portal.field.PersonPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The applicant's answers that a person has not seen: on top of a télédossier, and on the lines of the list. */
@Named("answers")
@RequestScoped
public class AnswerPanel extends PersonPage {
    @Inject
    OpenedCase opened;

    @Inject
    AssignmentForm assignments;

    @Inject
    AnswerService answers;

    private List<CaseLine> page;
    private Map<UUID, News> ofPage = Map.of();

    private final Once<News> news = new Once<>(() -> opened.view().inSoftware()
            ? News.NONE
            : news(Map.of(opened.view().id(), opened.view().answers()))
                    .getOrDefault(opened.view().id(), News.NONE));

    private Map<UUID, News> news(Map<UUID, Answers> of) {
        return assignments.isShown() ? answers.news(caller(), of) : Map.of();
    }

    /** Returns « Nouveau message et nouvelle pièce » for a line of the list; empty when there is no news. */
    public String of(CaseLine line, List<CaseLine> lines) {
        if (page != lines) {
            page = lines;
            ofPage = news(lines.stream()
                    .filter(each -> each.answers() != null && !each.isHandledInSoftware())
                    .collect(Collectors.toMap(CaseLine::id, CaseLine::answers)));
        }
        return text(ofPage.getOrDefault(line.id(), News.NONE));
    }

    static String text(News news) {
        if (!news.isAny()) {
            return "";
        }
        var what = news.files() == null
                ? "Nouveau message"
                : news.message() == null ? "Nouvelle pièce" : "Nouveau message et nouvelle pièce";
        return what + (news.seenByService() ? ", déjà vu par un collègue" : "");
    }

    /** Returns the news of the télédossier that is opened. */
    public News getNews() {
        return news.get();
    }

    /** Returns the place of the new message, on the page or on that of the newest part of the history. */
    public String getMessageHref() {
        return newestMessage()
                .map(entry -> "#evenement-" + entry.id())
                .orElseGet(() -> request().getContextPath() + opened.address() + "#td-history");
    }

    /** Returns the text of the newest message; empty when it is not on the page. */
    public String getMessage() {
        return newestMessage().map(HistoryEntry::message).orElse("");
    }

    private Optional<HistoryEntry> newestMessage() {
        return opened.historyPage() == 1 ? newestMessage(opened.view().history()) : Optional.empty();
    }

    static Optional<HistoryEntry> newestMessage(List<HistoryEntry> newestFirst) {
        return newestFirst.stream()
                .filter(entry -> !entry.ours() && Answers.isMessage(entry.action(), entry.message()))
                .findFirst();
    }

    public List<CaseFile> getFiles() {
        return opened.view().files().stream().filter(getNews()::isNew).toList();
    }
}
