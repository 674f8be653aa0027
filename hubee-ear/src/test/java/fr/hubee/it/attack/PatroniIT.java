package fr.hubee.it.attack;

import fr.hubee.it.server.Patroni;
import fr.hubee.launcher.DatabaseCluster;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** {@code ./dev test --long}: Patroni chooses the new primary, and the shipped proxy finds it. */
@EnabledIfSystemProperty(named = "hubee.long", matches = "true")
class PatroniIT extends FailoverContract {
    @Override
    DatabaseCluster databases(Path folder) throws Exception {
        return Patroni.start();
    }
}
