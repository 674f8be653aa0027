package fr.hubee.journal.job;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A run assigned to this node only, to be executed now.
 *
 * @param continues the engine's execution to restart; empty for a new one
 */
public record Assignment(UUID run, Job job, Optional<Instant> slot, Optional<Long> continues) {}
