package fr.hubee.kernel.shared;

import java.util.List;
import java.util.stream.Collectors;

/** An error in one field of a form, as a French message. */
public record FieldProblem<F extends Enum<F>>(F field, String sentence) {

    /** @throws InvalidRequest with all the messages, if there are any */
    public static <F extends Enum<F>> void requireNone(List<FieldProblem<F>> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidRequest(
                    problems.stream().map(FieldProblem::sentence).collect(Collectors.joining(" ")));
        }
    }
}
