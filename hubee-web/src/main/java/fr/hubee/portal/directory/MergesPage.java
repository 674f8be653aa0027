package fr.hubee.portal.directory;

import fr.hubee.lifetime.merge.MergeUndoService;
import fr.hubee.lifetime.merge.MergeUndoService.RecentMerge;
import fr.hubee.lifetime.merge.MovedCounts;
import fr.hubee.portal.field.PersonPage;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** The merges of the last thirty days. */
@Named
@RequestScoped
public class MergesPage extends PersonPage {
    @Inject
    MergeUndoService merges;

    private List<RecentMerge> lines;

    @PostConstruct
    void open() {
        lines = merges.list(caller());
    }

    public List<RecentMerge> getLines() {
        return lines;
    }

    public String moved(RecentMerge line) {
        return MovedWords.of(line.merge().moved());
    }

    /** Describes in words what a merge moved, without zeros. */
    static final class MovedWords {
        private final List<String> words = new ArrayList<>();

        private MovedWords() {}

        static String of(MovedCounts moved) {
            return new MovedWords()
                    .add(moved.cases(), "télédossier", "télédossiers")
                    .add(moved.notifications(), "notification", "notifications")
                    .add(moved.subscriptionsMoved(), "abonnement", "abonnements")
                    .add(moved.subscriptionsEnded(), "abonnement qui a pris fin", "abonnements qui ont pris fin")
                    .add(moved.credentialsMoved(), "identifiant de logiciel", "identifiants de logiciels")
                    .add(moved.credentialsRevoked(), "identifiant révoqué", "identifiants révoqués")
                    .add(moved.accounts(), "compte", "comptes")
                    .text();
        }

        /** Returns « 15 télédossiers, 2 comptes ». */
        static String of(long cases, int subscriptions, long accounts) {
            return of(new MovedCounts(cases, 0, subscriptions, 0, 0, 0, accounts));
        }

        private MovedWords add(long count, String one, String many) {
            if (count > 0) {
                words.add(count + " " + (count == 1 ? one : many));
            }
            return this;
        }

        private String text() {
            return words.isEmpty() ? "rien" : String.join(", ", words);
        }
    }
}
