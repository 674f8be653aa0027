package fr.hubee.folder;

import fr.hubee.storage.StoredBlob;
import java.util.UUID;

/** A file that the antivirus has not seen yet. */
record WaitingFile(UUID id, StoredBlob blob) {}
