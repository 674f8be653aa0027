package fr.hubee.files.encryption;

import java.util.List;

/** A source of master keys: a key set of this server, or a device that keeps them inside. */
public interface MasterKeySource {

    /** Returns the master key for new data keys. */
    MasterKey current();

    /** Returns all master keys that data keys may be encrypted with. */
    List<MasterKey> all();
}
