package fr.hubee.clients.bench;

import fr.hubee.clients.bench.Scenario.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rule of the bench: which calls of a software are what a step expects, and what is wrong with them. Only those count that began since the
 * partner's last act, in any order unless the step says otherwise.
 *
 * @param since when the last act of the partner, or the last disturbance, ended
 * @param theCase null before there is one
 * @param files of the case or the event that the partner sent last, with their sizes
 * @param done the call that did each act since
 */
record Expectation(Instant since, UUID theCase, Map<UUID, Long> files, Map<SoftwareAct, SeenCall> done) {
    /** A software has its answer, and may call again, a little before the end of the call is noted. */
    private static final Duration TOLERANCE = Duration.ofMillis(500);

    /** Any node has written the calls that ended that long ago. */
    private static final Duration WRITTEN = Duration.ofSeconds(2);

    private static final int MOST_REFUSED = 3;

    private static final int TOLD = 3;

    /**
     * @param at when the step was fulfilled; null while it is not
     * @param problem what is wrong; null for nothing
     * @param call that fulfilled it
     */
    record Verdict(Instant at, BenchText problem, SeenCall call) {
        static final Verdict WAITING = new Verdict(null, null, null);

        static Verdict done(SeenCall call) {
            return new Verdict(call.endedAt(), null, call);
        }

        static Verdict wrong(String text, Object... values) {
            return new Verdict(null, BenchText.of(text, values), null);
        }
    }

    /** Begins anew: what was done before does not count. */
    static Expectation since(Instant now, UUID theCase, Map<UUID, Long> files) {
        return new Expectation(now, theCase, files, new HashMap<>());
    }

    /** @param all the calls since the run began, in order */
    Verdict judge(Step step, List<SeenCall> all) {
        return switch (step.expect()) {
            case RETRY -> retry(all);
            case FILES -> files(all);
            default -> first(step, all);
        };
    }

    /**
     * Returns what is wrong with a step whose turn has not come: its act was done before the one that it must follow.
     *
     * @param pending the acts of the steps before it
     */
    Optional<BenchText> early(Step step, Set<SoftwareAct> pending, List<SeenCall> all, Instant now) {
        return step.expect() != null
                        && step.after() != null
                        && pending.contains(step.after())
                        && good(step.expect(), all)
                                .anyMatch(call -> call.endedAt().isBefore(now.minus(WRITTEN)))
                ? Optional.of(tooEarly(step))
                : Optional.empty();
    }

    private Verdict first(Step step, List<SeenCall> all) {
        var first = good(step.expect(), all).findFirst();
        if (first.isEmpty()) {
            return Verdict.WAITING;
        }
        var former = step.after() == null ? null : done.get(step.after());
        return former != null && isBefore(first.get().beganAt(), former)
                ? new Verdict(null, tooEarly(step), null)
                : Verdict.done(first.get());
    }

    private static boolean isBefore(Instant beganAt, SeenCall former) {
        return beganAt.isBefore(former.beganAt())
                || beganAt.isBefore(former.endedAt().minus(TOLERANCE));
    }

    private static BenchText tooEarly(Step step) {
        return step.early() == null
                ? BenchText.of("EARLY", BenchText.of("ACT_" + step.expect()), BenchText.of("ACT_" + step.after()))
                : step.early();
    }

    /** Expects every file to be read to its end, at once or in parts. */
    private Verdict files(List<SeenCall> all) {
        var left = new HashMap<>(files);
        for (var call : good(SoftwareAct.FILES, all).toList()) {
            var file = UUID.fromString(call.path().substring(call.path().lastIndexOf('/') + 1));
            left.computeIfPresent(file, (id, size) -> size - call.sent() > 0 ? size - call.sent() : null);
            if (left.isEmpty()) {
                return Verdict.done(call);
            }
        }
        return Verdict.WAITING;
    }

    /** Expects the call that the bench spoiled, again, not before the time that it was told. */
    private Verdict retry(List<SeenCall> all) {
        var spoiled = seen(all)
                .filter(SeenCall::spoiled)
                .max(Comparator.comparing(SeenCall::endedAt))
                .orElse(null);
        if (spoiled == null) {
            return Verdict.WAITING;
        }
        for (var call : seen(all).filter(call -> isAgain(call, spoiled)).toList()) {
            var waited = Duration.between(spoiled.endedAt(), call.beganAt());
            int wanted = spoiled.retryAfter();
            if (waited.plus(TOLERANCE).toSeconds() < wanted) {
                return Verdict.wrong(
                        "IMPATIENT", call.method(), call.path(), seconds(waited), wanted, spoiled.status());
            }
            if (call.isGood()) {
                return Verdict.done(call);
            }
        }
        long refused = seen(all).filter(SeenCall::spoiled).count();
        return spoiled.status() == 401 && refused > MOST_REFUSED
                ? Verdict.wrong("STUBBORN", spoiled.method(), spoiled.path(), refused)
                : Verdict.WAITING;
    }

    private static boolean isAgain(SeenCall call, SeenCall spoiled) {
        return !call.spoiled()
                && call.method().equals(spoiled.method())
                && call.path().equals(spoiled.path())
                && !call.beganAt().isBefore(spoiled.beganAt());
    }

    private static String seconds(Duration time) {
        return String.valueOf(Math.max(0, time.toMillis()) / 1000.0).replace('.', ',');
    }

    /** Returns the last refusal of that act, which explains why the step is still waiting. */
    Optional<SeenCall> lastRefusal(SoftwareAct act, List<SeenCall> all) {
        var acts = act == SoftwareAct.STATUS ? Set.of(SoftwareAct.ANSWER, SoftwareAct.CHANGE) : Set.of(act);
        return seen(all)
                .filter(call -> !call.isGood() && acts.stream().anyMatch(each -> each.is(call, theCase)))
                .reduce((former, later) -> later);
    }

    /** Tells which calls are none of the expected acts, or the last calls. */
    BenchText instead(Set<SoftwareAct> acts, List<SeenCall> all) {
        var unexpected = unexpected(acts, all);
        return unexpected.isEmpty()
                ? BenchText.of(all.isEmpty() ? "NO_CALL" : "LAST_CALLS", last(all))
                : BenchText.of("UNEXPECTED", last(unexpected));
    }

    private static String last(List<SeenCall> calls) {
        return calls.stream()
                .skip(Math.max(0, calls.size() - TOLD))
                .map(call -> call.method() + " " + call.path() + " " + call.status())
                .collect(Collectors.joining(", "));
    }

    /** Returns the calls that are none of these acts; a token may be requested at any time. */
    private List<SeenCall> unexpected(Set<SoftwareAct> acts, List<SeenCall> all) {
        return seen(all)
                .filter(call -> !call.spoiled() && !SoftwareAct.TOKEN.is(call, null))
                .filter(call -> acts.stream().noneMatch(each -> each.is(call, theCase)))
                .toList();
    }

    private Stream<SeenCall> good(SoftwareAct act, List<SeenCall> all) {
        return seen(all).filter(call -> call.isGood() && act.is(call, theCase));
    }

    Stream<SeenCall> seen(List<SeenCall> all) {
        return all.stream().filter(call -> !call.beganAt().isBefore(since));
    }
}
