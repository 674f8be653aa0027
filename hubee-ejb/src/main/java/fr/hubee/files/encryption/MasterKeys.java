package fr.hubee.files.encryption;

import java.util.List;

/** Who has master keys: a key set of this server, or a device that does not give them away. */
public interface MasterKeys {

    /** The one for new data keys. */
    MasterKey current();

    /** All that data keys may be encrypted with. */
    List<MasterKey> all();
}
