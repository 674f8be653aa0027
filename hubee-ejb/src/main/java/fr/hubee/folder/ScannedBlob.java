package fr.hubee.folder;

import fr.hubee.antivirus.Verdict;
import fr.hubee.storage.StoredBlob;

/** The bytes of a file in the store, and what the antivirus says of them. */
public record ScannedBlob(StoredBlob blob, Verdict verdict) {}
