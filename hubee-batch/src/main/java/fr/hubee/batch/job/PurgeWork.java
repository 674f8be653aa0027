package fr.hubee.batch.job;

import fr.hubee.lifetime.retention.Treated;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Work on identifiers, by a service that manages its own transactions; see {@link PurgeWriter}. */
record PurgeWork(DueKeys<UUID> due, Function<List<UUID>, Treated> treat) {}
