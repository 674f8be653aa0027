package fr.hubee.bundle;

import fr.hubee.casework.CaseBundle;
import fr.hubee.storage.StoredBlob;
import java.util.List;

/** A bundle that its owner downloads: the ZIP and its contents. */
public record OpenedBundle(String fileName, StoredBlob zip, List<CaseBundle> cases) {}
