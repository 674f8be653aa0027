package fr.hubee.kernel.shared;

import java.util.ArrayList;
import java.util.List;

/** Checks the fields of a form, in their order, and collects all errors. */
public final class FieldChecks<F extends Enum<F>> {
    private final List<FieldProblem<F>> problems = new ArrayList<>();

    /** @param check throws {@link InvalidRequest} with the message */
    public FieldChecks<F> check(F field, Runnable check) {
        try {
            check.run();
        } catch (InvalidRequest refused) {
            problems.add(new FieldProblem<>(field, refused.getMessage()));
        }
        return this;
    }

    public FieldChecks<F> and(List<FieldProblem<F>> others) {
        problems.addAll(others);
        return this;
    }

    public List<FieldProblem<F>> problems() {
        return List.copyOf(problems);
    }
}
