package fr.hubee.job;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A run that this node, and no other, is to do now.
 *
 * @param continues the execution of the engine that is to be taken up; empty for a fresh one
 */
public record Assignment(
        UUID run, Job job, Optional<Instant> slot, JobParameters parameters, Optional<Long> continues) {}
