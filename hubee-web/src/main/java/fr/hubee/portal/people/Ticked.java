package fr.hubee.portal.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;

/** The ticked checkboxes of a form: each one is sent with its value, not with its position in a list that may have changed meanwhile. */
final class Ticked {

    private Ticked() {}

    /**
     * @param form the form that this request may send
     * @param name of the checkboxes
     * @param known the ticked ones before the form is sent
     */
    static Set<String> in(HttpServletRequest request, String form, String name, Set<String> known) {
        if (request.getParameter(form) == null) {
            return known;
        }
        var sent = request.getParameterValues(name);
        return sent == null ? Set.of() : Set.copyOf(List.of(sent));
    }
}
