package fr.hubee.bundle;

import fr.hubee.casework.CaseBundle;
import fr.hubee.storage.BlobKey;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A bundle that a maker has taken.
 *
 * @param attempt tells it from an earlier maker that may still be alive
 * @param left where an earlier one may have left bytes
 */
record TakenBundle(UUID id, int attempt, Optional<BlobKey> left, List<CaseBundle> cases) {}
