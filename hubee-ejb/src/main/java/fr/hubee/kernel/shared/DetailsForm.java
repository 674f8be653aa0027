package fr.hubee.kernel.shared;

import java.util.List;

/** A form for the details of a record. */
public interface DetailsForm<F extends Enum<F>, D> {
    /** All errors of a new record, in the order of the form; empty when there are none. */
    List<FieldProblem<F>> problems();

    List<FieldProblem<F>> problemsOfChange(D known);

    /**
     * The details after applying the form, which must be valid.
     *
     * @param known null for a new record
     */
    D over(D known);

    /**
     * The details of a new record.
     *
     * @throws InvalidRequest with all the messages
     */
    default D create() {
        FieldProblem.requireNone(problems());
        return over(null);
    }

    /**
     * The details of a known record after the change.
     *
     * @throws InvalidRequest with all the messages
     */
    default D change(D known) {
        FieldProblem.requireNone(problemsOfChange(known));
        return over(known);
    }
}
