package fr.hubee.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The faults of a run, in their order: the same seed gives the same. */
record Plan(List<Strike> strikes) {
    private static final int LONGEST_MS = 6_000;
    private static final int LONGEST_PAUSE_MS = 3_000;

    /**
     * One fault.
     *
     * @param node 0 or 1, for those that hit one
     * @param lastsMs until it is mended
     * @param pauseMs before it, while all works
     */
    record Strike(Fault fault, int node, int lastsMs, int pauseMs) {
        @Override
        public String toString() {
            return fault.hitsANode() ? fault + " of node " + (node + 1) : fault.toString();
        }
    }

    static Plan of(long seed, int strikes, Set<Fault> faults) {
        var random = new Random(seed);
        var all = faults.stream().sorted().toList();
        var planned = new ArrayList<Strike>();
        for (int each = 0; each < strikes; each++) {
            planned.add(new Strike(
                    all.get(random.nextInt(all.size())),
                    random.nextInt(2),
                    500 + random.nextInt(LONGEST_MS),
                    500 + random.nextInt(LONGEST_PAUSE_MS)));
        }
        return new Plan(List.copyOf(planned));
    }
}
