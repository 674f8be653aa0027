package fr.hubee.clients.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.hubee.clients.client.Scope;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A scenario of the bench, as its file describes it ({@code docs/test-bench.md}).
 *
 * @param role of the software that is tried: {@code SI} or {@code OSL}
 * @param profiles that need it: {@code SI}, {@code OSL} or {@code PUSH}
 * @param requires what the client must be able to do
 */
public record Scenario(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) Scope role,
        Set<String> profiles,
        Set<Need> requires,
        @JsonProperty(required = true) BenchText title,
        @JsonProperty(required = true) BenchText purpose,
        @JsonProperty(required = true) List<Step> steps) {

    public Scenario {
        profiles = profiles == null ? Set.of() : Set.copyOf(profiles);
        requires = requires == null ? Set.of() : Set.copyOf(requires);
        steps = List.copyOf(steps);
    }

    /** Returns the acts of the software that are expected, disturbed or counted between the same two acts of the partner as a step. */
    Set<SoftwareAct> actsAround(int position) {
        int first = position;
        while (first > 0 && !steps.get(first).beginsAnew()) {
            first--;
        }
        var acts = EnumSet.noneOf(SoftwareAct.class);
        for (int each = first;
                each < steps.size() && (each == first || !steps.get(each).beginsAnew());
                each++) {
            var step = steps.get(each);
            Stream.of(step.expect(), step.call()).filter(Objects::nonNull).forEach(acts::add);
            if (step.expect() == SoftwareAct.STATUS) {
                acts.addAll(EnumSet.of(SoftwareAct.ANSWER, SoftwareAct.CHANGE));
            }
        }
        return acts;
    }

    /** A condition on the démarches of a client. */
    public enum Need {
        /** Two démarches, both with an active subscription. */
        TWO_PROCESSES,
        /** A démarche that lets instructing services send files. */
        FILES_OF_SI,
        /** A démarche that accepts files of a gigabyte. */
        GIGABYTE,
        /** A démarche that lets instructing services send messages. */
        MESSAGES
    }

    /** An act of the partner. */
    enum Act {
        DEPOSIT,
        /** Sends a message about the case, to the other party. */
        MESSAGE,
        /** Sends files about the case. */
        COMPLEMENT,
        STATUS,
        /** Acknowledges the last event of the software. */
        CONFIRM,
        CLOSE,
        REOPEN,
        /** Fetches the case and its files, and takes it out of its queue. */
        FETCH,
        /** Sends the webhooks again that the software has got since the run began. */
        REPLAY,
        PAUSE
    }

    /** A disturbance of the next calls of the software. */
    enum Fault {
        /** Its token is no longer valid, until it requests another one. */
        TOKEN,
        /** The connection is cut. */
        CUT,
        /** The bench answers {@link Step#answer} instead of the hub. */
        ANSWER
    }

    /** The state that is read back at the end. */
    enum Check {
        /** One event of the case has this status, not more. */
        ONCE,
        /** The software has not called more often since the disturbance. */
        AT_MOST,
        /** The files of the last event of the software are whole. */
        FILES
    }

    /**
     * One step: exactly one of {@code partner}, {@code expect}, {@code fault} and {@code check}.
     *
     * @param text instead of the usual one
     * @param status of an act, or those that are expected
     * @param wants what the software is asked to answer to the case, told by its {@code partnerAttributes}
     * @param files how many
     * @param names of the files
     * @param size of each file, in bytes
     * @param firstName of the person concerned
     * @param process the first or the second démarche of the client
     * @param theCase the first, second … one of the folder
     * @param after the act that must come before
     * @param early the problem when it did not
     * @param within seconds
     * @param call which calls are disturbed, or counted
     * @param answer the status of the disturbance
     * @param message its text
     * @param times how often
     */
    record Step(
            Act partner,
            SoftwareAct expect,
            Fault fault,
            Check check,
            BenchText text,
            List<String> status,
            String wants,
            int files,
            List<String> names,
            long size,
            String firstName,
            String lastName,
            int process,
            @JsonProperty("case") int theCase,
            int cases,
            SoftwareAct after,
            BenchText early,
            int within,
            SoftwareAct call,
            int answer,
            String message,
            int retryAfter,
            int times) {

        public Step {
            firstName = firstName == null ? "Camille" : firstName;
            lastName = lastName == null ? "Exemple" : lastName;
        }

        /** Returns the status of an act, or those that are expected. */
        String statuses() {
            return status == null ? "" : String.join(" / ", status);
        }

        /** Whether it disturbs the software, or gives it something new: calls of before do not count after it. */
        boolean beginsAnew() {
            return partner != null || fault != null;
        }

        String what() {
            return partner != null
                    ? "PARTNER_" + partner
                    : fault != null ? "FAULT_" + fault : check != null ? "CHECK_" + check : "EXPECT_" + expect;
        }

        /** Returns what is shown of it. */
        BenchText shown() {
            return text != null
                    ? text
                    : BenchText.of(
                            what(),
                            statuses(),
                            answer,
                            retryAfter,
                            check == Check.AT_MOST ? times : Math.max(1, times),
                            Math.max(1, files));
        }

        boolean isOne() {
            return Stream.<Enum<?>>of(partner, expect, fault, check)
                            .filter(Objects::nonNull)
                            .count()
                    == 1;
        }
    }
}
