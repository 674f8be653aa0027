package fr.hubee.shared.form;

/**
 * An error in one field of a form, as a French message.
 *
 * @param <F> the fields of the form
 */
public record FieldProblem<F extends Enum<F>>(F field, String sentence) {}
