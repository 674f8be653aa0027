package fr.hubee.portal.field;

import fr.hubee.kernel.shared.HubeeException;
import fr.hubee.kernel.shared.StaleSecondFactor;
import fr.hubee.portal.page.PageMessages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** An action on each ticked line of a list, independently: a refusal does not stop the others. */
public final class SeveralActs {
    /** The name of the checkboxes. */
    private static final String TICKED = "choix";

    private SeveralActs() {}

    /** An action on one line, with the version that was shown. */
    @FunctionalInterface
    public interface OneAct {
        void on(UUID id, long version);
    }

    private record Ticked(UUID id, long version) {}

    /** Whether ticked lines are sent: then their buttons are on the page, even if the list has become empty meanwhile. */
    public static boolean isSent(HttpServletRequest request) {
        return request.getParameterValues(TICKED) != null;
    }

    /**
     * Executes the action, and reports the result for each line.
     *
     * @param name of a line, for the report
     * @param done « est désactivé »
     * @return whether a line was ticked
     * @throws StaleSecondFactor before anything is done
     */
    public static boolean run(HttpServletRequest request, Function<UUID, String> name, OneAct act, String done) {
        var ticked = ticked(request);
        if (ticked.isEmpty()) {
            PageMessages.refusal("Cochez au moins une ligne, puis choisissez ce qu’il faut en faire.");
        }
        for (var line : ticked) {
            try {
                act.on(line.id(), line.version());
                PageMessages.success(name.apply(line.id()) + " " + done + ".");
            } catch (StaleSecondFactor failure) {
                throw failure;
            } catch (HubeeException refused) {
                PageMessages.refusal(named(name, line.id()) + " n’a pas changé : " + refused.getMessage());
            }
        }
        return !ticked.isEmpty();
    }

    /** Returns the name of the line, unless the user may not read it. */
    private static String named(Function<UUID, String> name, UUID id) {
        try {
            return name.apply(id);
        } catch (HubeeException gone) {
            return "Une ligne";
        }
    }

    /** Returns the ticked lines; invalid values are forged, and ignored. */
    private static List<Ticked> ticked(HttpServletRequest request) {
        var values = request.getParameterValues(TICKED);
        return Stream.of(values == null ? new String[0] : values)
                .filter(value -> value.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:[0-9]{1,18}"))
                .map(value -> value.split(":", -1))
                .map(parts -> new Ticked(UUID.fromString(parts[0]), Long.parseLong(parts[1])))
                .distinct()
                .toList();
    }
}
