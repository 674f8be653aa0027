package fr.hubee.portal.field;

import fr.hubee.kernel.shared.FieldProblem;
import fr.hubee.portal.page.PageMessages;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Displays the refusals of a service beside its fields. */
public final class FieldProblems {
    private static final Pattern NEXT_WORD = Pattern.compile("_([a-z])");

    private FieldProblems() {}

    /** Displays each refusal beside the field of its name: FIRST_NAME is firstName. Returns whether there is one. */
    public static <F extends Enum<F>> boolean show(List<FieldProblem<F>> problems) {
        problems.forEach(problem -> PageMessages.beside(id(problem.field()), problem.sentence()));
        return !problems.isEmpty();
    }

    private static String id(Enum<?> field) {
        return NEXT_WORD
                .matcher(field.name().toLowerCase(Locale.ROOT))
                .replaceAll(next -> next.group(1).toUpperCase(Locale.ROOT));
    }
}
