package fr.hubee.it.rights;

import fr.hubee.kernel.security.Caller;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rights to the methods of one service. */
record RightsTo<S>(Class<S> service, List<Right> table) {

    /** A call that answers {@code false} where a list does not show what was looked for. */
    @FunctionalInterface
    interface Question<S> {
        Object on(S service, Caller caller, Side side) throws Exception;
    }

    /** The same for a call that needs something else than one side. */
    @FunctionalInterface
    interface WorldQuestion<S> {
        Object on(S service, Caller caller, Side side, World world) throws Exception;
    }

    /** A call without a result. */
    @FunctionalInterface
    interface Act<S> {
        void on(S service, Caller caller, Side side) throws Exception;
    }

    /** The same for a call that needs something else than one side. */
    @FunctionalInterface
    interface WorldAct<S> {
        void on(S service, Caller caller, Side side, World world) throws Exception;
    }

    /** Returns the right of these actors to a method without an organisation. */
    Method method(String name, String whoever) {
        return method(name, whoever, whoever);
    }

    /** Returns the right to a method: of some actors for what is theirs, of some for what is somebody else's. */
    Method method(String name, String own, String foreign) {
        return new Method(name, actors(own), actors(foreign));
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

    /** A row of the table whose call is still missing. */
    final class Method {
        private final String name;
        private final Set<Actor> own;
        private final Set<Actor> foreign;

        private Method(String name, Set<Actor> own, Set<Actor> foreign) {
            this.name = name;
            this.own = own;
            this.foreign = foreign;
        }

        void returns(Question<S> call) {
            add((world, side, caller) -> call.on(World.service(service), caller, side));
        }

        void returns(WorldQuestion<S> call) {
            add((world, side, caller) -> call.on(World.service(service), caller, side, world));
        }

        void runs(Act<S> call) {
            runs((it, caller, side, world) -> call.on(it, caller, side));
        }

        void runs(WorldAct<S> call) {
            add((world, side, caller) -> {
                call.on(World.service(service), caller, side, world);
                return true;
            });
        }

        private void add(Right.Attempt attempt) {
            table.add(new Right(service.getSimpleName() + "." + name, own, foreign, attempt));
        }
    }
}
