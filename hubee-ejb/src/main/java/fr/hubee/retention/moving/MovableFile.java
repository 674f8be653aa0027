package fr.hubee.retention.moving;

import fr.hubee.storage.StoredBlob;
import java.util.UUID;

/** The bytes of a file, and the télédossier that it belongs to. */
record MovableFile(UUID folder, StoredBlob blob) {}
