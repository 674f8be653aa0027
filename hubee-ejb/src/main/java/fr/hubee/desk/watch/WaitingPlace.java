package fr.hubee.desk.watch;

import java.time.Instant;
import java.util.UUID;

/**
 * The place in the queue of a case that is there, or was.
 *
 * @param answered whether its answer was not seen
 * @param since see {@link WaitingCase#since()}
 */
public record WaitingPlace(boolean answered, Instant since, String processCode, Instant transmittedAt, UUID id) {}
