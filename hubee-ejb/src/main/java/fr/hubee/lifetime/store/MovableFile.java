package fr.hubee.lifetime.store;

import fr.hubee.files.storage.StoredBlob;
import java.util.UUID;

/** The bytes of a file, and the télédossier that it belongs to. */
record MovableFile(UUID folder, StoredBlob blob) {}
