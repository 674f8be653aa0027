package fr.hubee.it.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.NotFound;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Everybody tries everything, on what is theirs and on what is somebody else's; each attempt is rolled back. {@code RightsCoverageTest}
 * checks that no method is missing.
 */
class RightsMatrixIT extends InServer {
    @Inject
    Undone undone;

    @Test
    void everybodyMayDoWhatTheTableSaysAndNothingElse() throws Exception {
        var world = World.make();
        var wrong = new ArrayList<String>();
        for (var right : RightsTable.all()) {
            compare(right, "own", right.own(), may(right, world, world.own()), wrong);
            compare(right, "foreign", right.foreign(), may(right, world, world.foreign()), wrong);
        }

        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
    }

    private static void compare(
            Right right, String side, Set<Actor> wanted, Set<Actor> actual, List<String> differences) {
        if (!wanted.equals(actual)) {
            differences.add(right.method() + " on " + side + ": should be " + wanted + " and is " + actual);
        }
    }

    private Set<Actor> may(Right right, World world, Side side) throws Exception {
        var allowed = EnumSet.noneOf(Actor.class);
        for (var actor : Actor.values()) {
            if (passes(right, actor, world, side)) {
                allowed.add(actor);
            }
        }
        return allowed;
    }

    private boolean passes(Right right, Actor actor, World world, Side side) throws Exception {
        var caller = actor.in(world);
        var outcome =
                AsCaller.call(caller, () -> undone.of(() -> right.attempt().on(world, side, caller)));
        return outcome.failure() == null ? !Boolean.FALSE.equals(outcome.value()) : !isDenied(outcome.failure());
    }

    /** Whether the caller was refused; any other failure is about the request, not the caller. */
    private static boolean isDenied(Throwable failure) {
        return failure != null
                && (failure instanceof EJBAccessException
                        || failure instanceof NotAllowed
                        || failure instanceof NotFound
                        || isDenied(failure.getCause()));
    }
}
