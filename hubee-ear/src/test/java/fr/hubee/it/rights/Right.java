package fr.hubee.it.rights;

import fr.hubee.kernel.security.Caller;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The actors that may call a method.
 *
 * @param method {@code Service.method}
 * @param own who may, for what is theirs
 * @param foreign who may, for what is somebody else's
 */
record Right(String method, Set<Actor> own, Set<Actor> foreign, Attempt attempt) {

    /** Calls the method; answers {@code false} where a list does not show what was looked for. */
    @FunctionalInterface
    interface Attempt {
        Object on(World world, Side side, Caller caller) throws Exception;
    }

    static Right of(String method, String own, String foreign, Attempt attempt) {
        return new Right(method, actors(own), actors(foreign), attempt);
    }

    /** Returns the right to a method without an organisation. */
    static Right of(String method, String whoever, Attempt attempt) {
        return of(method, whoever, whoever, attempt);
    }

    private static Set<Actor> actors(String names) {
        if (names.equals("*")) {
            return EnumSet.allOf(Actor.class);
        }
        var actors = EnumSet.noneOf(Actor.class);
        Stream.of(names.split(" ", -1))
                .filter(name -> !name.isEmpty())
                .map(Actor::valueOf)
                .forEach(actors::add);
        return actors;
    }
}
