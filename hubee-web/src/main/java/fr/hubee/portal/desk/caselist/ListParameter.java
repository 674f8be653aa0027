package fr.hubee.portal.desk.caselist;

import fr.hubee.desk.caselist.CaseScope.CaseMilestone;
import fr.hubee.desk.caselist.CaseSort;
import fr.hubee.desk.caselist.CaseTab;
import java.util.Optional;
import java.util.stream.Stream;

/** The parameters of the list's address. */
final class ListParameter {
    static final String TAB = "statut";
    static final String PROCESS = "demarche";
    static final String FROM = "du";
    static final String TO = "au";
    static final String CHANGED_FROM = "modifie-du";
    static final String CHANGED_TO = "modifie-au";
    static final String TEXT = "recherche";
    static final String WHOSE = "qui";
    static final String MINE = "moi";
    static final String ANNOUNCED = "annonce";
    static final String SERVICE = "service";
    static final String MILESTONE = "etape";
    static final String PASSED_FROM = "etape-du";
    static final String PASSED_TO = "etape-au";
    static final String SORT = "tri";
    static final String SIZE = "lignes";
    static final String AFTER = "apres";
    static final String BEFORE = "avant";

    private ListParameter() {}

    static String of(CaseTab tab) {
        return switch (tab) {
            case ALL -> "tous";
            case NEW -> "nouveaux";
            case RECEIVED -> "recus";
            case IN_PROGRESS -> "en-cours";
            case AWAITING -> "en-attente";
            case REFUSED -> "refuses";
            case DONE -> "traites";
            case CLOSED -> "clos";
            case ARCHIVED -> "archives";
            case INTEGRATION_ERROR -> "en-erreur";
        };
    }

    static Optional<CaseTab> tab(String word) {
        return Stream.of(CaseTab.values()).filter(tab -> of(tab).equals(word)).findFirst();
    }

    static String of(CaseMilestone milestone) {
        return switch (milestone) {
            case PICKED_UP_BY_PERSON -> "agent";
            case PICKED_UP_BY_SOFTWARE -> "logiciel";
            case ENDED -> "fin";
        };
    }

    static Optional<CaseMilestone> milestone(String word) {
        return Stream.of(CaseMilestone.values())
                .filter(milestone -> of(milestone).equals(word))
                .findFirst();
    }

    static String of(CaseSort sort, boolean descending) {
        var word = sort == CaseSort.UPDATED ? "modification" : "transmission";
        return descending ? word : word + "-croissante";
    }

    static Optional<CaseSort> sort(String word) {
        return Stream.of(CaseSort.values())
                .filter(sort -> of(sort, true).equals(word) || of(sort, false).equals(word))
                .findFirst();
    }
}
