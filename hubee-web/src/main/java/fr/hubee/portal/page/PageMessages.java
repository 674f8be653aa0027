package fr.hubee.portal.page;

import fr.hubee.kernel.shared.FieldProblem;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Messages at the top of a page, or at one of its fields. */
public final class PageMessages {
    private static final Pattern NEXT_WORD = Pattern.compile("_([a-z])");

    private PageMessages() {}

    public static void refusal(String text) {
        tell(FacesMessage.SEVERITY_ERROR, text);
    }

    public static void refusals(List<String> texts) {
        texts.forEach(PageMessages::refusal);
    }

    public static void success(String text) {
        tell(FacesMessage.SEVERITY_INFO, text);
    }

    /** Adds a message to the next page, which has this address. */
    public static void success(String text, String address) {
        success(text);
        Pages.goTo(address);
    }

    /** @param field the id of the field, in a form with {@code prependId="false"} */
    public static void fieldError(String field, String text) {
        FacesContext.getCurrentInstance().addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }

    /** Displays each refusal beside its field, whose id is the name of the constant; returns whether there is one. */
    public static <F extends Enum<F>> boolean fieldErrors(List<FieldProblem<F>> problems) {
        problems.forEach(problem -> fieldError(problem.field().name(), problem.sentence()));
        return !problems.isEmpty();
    }

    /** Displays each refusal beside its field, whose id is the name in camel case: FIRST_NAME is firstName; returns whether there is one. */
    public static <F extends Enum<F>> boolean inputErrors(List<FieldProblem<F>> problems) {
        problems.forEach(problem -> fieldError(camelCase(problem.field()), problem.sentence()));
        return !problems.isEmpty();
    }

    private static String camelCase(Enum<?> field) {
        return NEXT_WORD
                .matcher(field.name().toLowerCase(Locale.ROOT))
                .replaceAll(next -> next.group(1).toUpperCase(Locale.ROOT));
    }

    private static void tell(FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, null));
    }
}
