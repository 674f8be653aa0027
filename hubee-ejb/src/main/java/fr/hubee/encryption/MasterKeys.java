package fr.hubee.encryption;

import java.util.List;
import java.util.Optional;

/** Who has master keys: a key set of this server, or a device that does not give them away. */
public interface MasterKeys {

    /** The one for new data keys. */
    MasterKey current();

    /** All that data keys may be encrypted with. */
    List<MasterKey> all();

    default Optional<MasterKey> named(String name) {
        return all().stream().filter(key -> key.name().equals(name)).findFirst();
    }
}
