package fr.hubee.portal.desk.home;

import fr.hubee.people.account.ReplacementService;
import fr.hubee.people.identity.ReplacementBoard.ReplacementLine;
import fr.hubee.portal.field.FrenchDates;
import fr.hubee.portal.frame.Frame;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** Sentences on the replacements of a person: whom she replaces, and who replaces her. */
@Named
@RequestScoped
public class OwnReplacements {
    @Inject
    ReplacementService replacements;

    @Inject
    Frame frame;

    @Inject
    FrenchDates dates;

    @Inject
    CurrentCaller currentCaller;

    private List<String> sentences;

    public List<String> getSentences() {
        if (sentences == null) {
            sentences = replacements.mine(currentCaller.get()).stream()
                    .flatMap(this::sentence)
                    .toList();
        }
        return sentences;
    }

    private Stream<String> sentence(ReplacementLine line) {
        boolean away = line.absentId().equals(frame.getAccount().id());
        var last = dates.day(line.lastDay());
        var days = " du " + dates.day(line.firstDay()) + " au " + last + ".";
        return switch (line.state()) {
            case RUNNING ->
                Stream.of(
                        away
                                ? line.deputy() + " vous remplace jusqu’au " + last + "."
                                : "Vous remplacez " + line.absent() + " jusqu’au " + last
                                        + " : ses télédossiers sont parmi les vôtres.");
            case COMING ->
                Stream.of(
                        away ? line.deputy() + " vous remplacera" + days : "Vous remplacerez " + line.absent() + days);
            case WITHOUT_EFFECT -> Stream.of();
        };
    }
}
