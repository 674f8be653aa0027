package fr.hubee.desk.watch;

import fr.hubee.kernel.shared.FrenchOrder;

/** Sort columns of the list of services that do not answer. */
public enum UnopenedSort {
    CASES("10"),
    OLDEST("11"),
    SERVICE(FrenchOrder.of("service")),
    PROCESS(FrenchOrder.of("process_code"));

    private final String column;

    UnopenedSort(String column) {
        this.column = column;
    }

    /** The keys are last, so that pages never overlap. */
    String clause(boolean descending) {
        return " order by " + column + (descending ? " desc" : "") + ", 11, 5, 2, 3, 1";
    }
}
