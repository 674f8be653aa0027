package fr.hubee.launcher;

import java.nio.file.Path;
import java.util.Map;

/**
 * The options of one server.
 *
 * @param home the provisioned server, read only
 * @param base the server's own folder: configuration and deployment are renewed at each start, data and logs stay
 * @param deployment an EAR or a WAR
 * @param portOffset added to 8080 (HTTP), 8443 (HTTPS) and 9990 (management)
 * @param heap the maximum heap, such as {@code 512m}
 * @param environment environment variables in addition to those of the launcher
 */
public record ServerOptions(
        Path home, Path base, Path deployment, int portOffset, String heap, Map<String, String> environment) {}
