package fr.hubee.portal.field;

import fr.hubee.portal.page.PageMessages;
import fr.hubee.kernel.shared.FieldProblem;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Shows what a service refuses beside its fields. */
public final class FieldProblems {
    private static final Pattern NEXT_WORD = Pattern.compile("_([a-z])");

    private FieldProblems() {}

    /** Each one beside the field that bears its name: FIRST_NAME is firstName. Returns whether there is one. */
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
