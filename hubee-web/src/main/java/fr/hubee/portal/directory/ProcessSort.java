package fr.hubee.portal.directory;

import fr.hubee.directory.process.RegisteredProcess;
import fr.hubee.kernel.shared.FrenchOrder;
import java.time.Instant;
import java.util.Comparator;

/** Sort columns of the catalogue on screen. */
enum ProcessSort {
    CODE,
    OPERATOR,
    ACTIVATED,
    VALIDATION,
    CHANGED;

    /** Returns the order, with the code last, so that pages never overlap. */
    Comparator<RegisteredProcess> order(Operators operators, boolean descending) {
        var byCode = Comparator.comparing(RegisteredProcess::code, FrenchOrder.words());
        var order = switch (this) {
            case CODE -> byCode;
            case OPERATOR ->
                Comparator.comparing(
                        (RegisteredProcess process) ->
                                operators.name(process.details().osl()),
                        FrenchOrder.words());
            case ACTIVATED ->
                Comparator.comparing(
                        (RegisteredProcess process) -> !process.details().activated());
            case VALIDATION ->
                Comparator.comparing(
                        (RegisteredProcess process) -> process.details().subscriptionValidation());
            case CHANGED -> Comparator.comparing(ProcessSort::changed);
        };
        return (descending ? order.reversed() : order).thenComparing(byCode);
    }

    private static Instant changed(RegisteredProcess process) {
        return process.updatedAt() == null ? process.createdAt() : process.updatedAt();
    }
}
