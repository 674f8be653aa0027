package fr.hubee.bundle;

import fr.hubee.casework.CaseBundle;
import fr.hubee.storage.StoredBlob;
import java.util.List;

/** A bundle that its person takes: the ZIP, and what is in it. */
public record OpenedBundle(String fileName, StoredBlob zip, List<CaseBundle> cases) {}
