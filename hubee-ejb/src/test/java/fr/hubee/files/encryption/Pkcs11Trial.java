package fr.hubee.files.encryption;

import fr.hubee.files.encryption.DataKeyRepository.WrappedKey;
import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.shared.UuidV7;
import java.io.IOException;
import java.util.Optional;

/** The part of {@link Pkcs11KeysTest} that runs in a process of its own: SoftHSM takes its settings from the environment. */
final class Pkcs11Trial {
    private Pkcs11Trial() {}

    public static void main(String... arguments) throws Exception {
        var settings = new MasterKeySettings(SettingSource.ofThisServer());
        var custody = new KeyCustody(settings);
        var rows = new TestKeys.Rows();
        var owner = UuidV7.next();
        var key = TestKeys.of(rows, settings).of(owner).orElseThrow();
        var row = rows.ofOwner.get(owner);
        say("current", custody.current());
        say("row", row.masterKey());
        say("same", TestKeys.of(rows, settings).find(key.id()).id().equals(key.id()));
        say(
                "other row",
                failure(custody, new WrappedKey("0123456789abcdef01234567", row.masterKey(), row.wrapped(), false)));
        say("no key", failure(custody, new WrappedKey(key.id(), "pkcs11:gone", row.wrapped(), false)));
        var old = KeySet.fresh();
        var both = new KeyCustody(new MasterKeySettings(Optional.of(old), Optional.empty(), settings.token()));
        var before = DataKey.fresh();
        var wrapped = new WrappedKey(before.id(), old.current().name(), before.wrapped(old.current()), false);
        say(
                "from a key set",
                both.unwrap(wrapped).id().equals(before.id())
                        && both.current().name().equals(row.masterKey()));
    }

    private static String failure(KeyCustody custody, WrappedKey row) {
        try {
            return custody.unwrap(row).id();
        } catch (IOException refused) {
            return refused.getClass().getSimpleName();
        }
    }

    private static void say(String what, Object found) {
        System.out.println(what + ": " + found);
    }
}
