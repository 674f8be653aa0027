package fr.hubee.it.attack;

import fr.hubee.launcher.DatabaseCluster;
import fr.hubee.launcher.DatabasePair;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The servers know both databases and find the primary. */
@EnabledIfSystemProperty(named = "hubee.long", matches = "true")
class FailoverIT extends FailoverContract {
    @Override
    DatabaseCluster databases(Path folder) throws Exception {
        return DatabasePair.start(folder);
    }
}
