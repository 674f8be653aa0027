package fr.hubee.desk.bundle;

import fr.hubee.desk.casework.CaseBundle;
import fr.hubee.files.storage.BlobKey;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A bundle claimed by a maker.
 *
 * @param attempt distinguishes this maker from an earlier one that may still run
 * @param left the blob that an earlier maker may have left
 */
record TakenBundle(UUID id, int attempt, Optional<BlobKey> left, List<CaseBundle> cases) {}
