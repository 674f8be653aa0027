package fr.hubee.chaos;

import fr.hubee.chaos.Fault.Size;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** The faults of a run, in their order: the same seed gives the same. */
record Plan(List<Strike> strikes) {
    private static final int LONGEST_MS = 6_000;
    private static final int LONGEST_PAUSE_MS = 3_000;
    private static final int SHORTEST_MS = 500;

    /** One strike of so many, multiplied by the pace, is a large one. */
    private static final int LARGE = 4;

    private static final int MOST_AT_ONCE = 3;

    /** How long the release before works, alone and then beside this one. */
    private static final int WORK_OF_BOTH_MS = 20_000;

    /**
     * One fault where it strikes.
     *
     * @param node 0 or 1, for those that hit one
     */
    record Hit(Fault fault, int node) {
        String target() {
            return fault.hitsANode() ? fault.target() + node : fault.target();
        }

        @Override
        public String toString() {
            return fault.hitsANode() ? fault + " of node " + (node + 1) : fault.toString();
        }
    }

    /**
     * Faults that begin and end together.
     *
     * @param lastsMs until they are mended
     * @param pauseMs before them, while all works
     */
    record Strike(List<Hit> hits, int lastsMs, int pauseMs) {
        void begin(Hub hub) throws IOException, InterruptedException, SQLException {
            for (var each : hits) {
                each.fault().begin().on(hub, each.node());
            }
        }

        void end(Hub hub) throws IOException, InterruptedException, SQLException {
            for (var each : hits) {
                each.fault().end().on(hub, each.node());
            }
        }

        @Override
        public String toString() {
            return hits.stream().map(Hit::toString).collect(Collectors.joining(", "));
        }
    }

    /** @param pace faults and pauses are shorter by it */
    static Plan of(long seed, int strikes, Collection<Fault> faults, int pace) {
        var random = new Random(seed);
        var sorted = faults.stream().sorted(Comparator.comparing(Fault::name)).toList();
        var small = sorted.stream().filter(each -> each.size() == Size.SMALL).toList();
        var large = sorted.stream().filter(each -> each.size() == Size.LARGE).toList();
        var planned = new ArrayList<Strike>();
        for (int each = 0; each < strikes; each++) {
            boolean alone = small.isEmpty() || (!large.isEmpty() && random.nextInt(LARGE * pace) == 0);
            planned.add(new Strike(
                    alone ? hits(random, large, 1) : hits(random, small, 1 + random.nextInt(MOST_AT_ONCE)),
                    SHORTEST_MS + random.nextInt(LONGEST_MS) / pace,
                    (SHORTEST_MS + random.nextInt(LONGEST_PAUSE_MS)) / pace));
        }
        return new Plan(List.copyOf(planned));
    }

    /** Returns the upgrade of one node after the other. */
    static List<Strike> upgrade() {
        return List.of(upgrade(0), upgrade(1));
    }

    private static Strike upgrade(int node) {
        return new Strike(List.of(new Hit(Fault.UPGRADE, node)), SHORTEST_MS, WORK_OF_BOTH_MS);
    }

    /** Returns some of them, each of another target. */
    private static List<Hit> hits(Random random, List<Fault> among, int most) {
        var targets = new HashSet<String>();
        var hits = new ArrayList<Hit>();
        for (int each = 0; each < most; each++) {
            var hit = new Hit(among.get(random.nextInt(among.size())), random.nextInt(2));
            if (targets.add(hit.target())) {
                hits.add(hit);
            }
        }
        return List.copyOf(hits);
    }
}
