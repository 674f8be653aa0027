package fr.hubee.http;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.trace.Tracing;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.ThreadSetupHandler;
import jakarta.servlet.ServletContext;

/**
 * Decides who is trusted, and gives requests an identifier before any other handler may refuse them: the last in {@code META-INF/services},
 * so the outermost.
 */
public class TraceExtension implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        var spans = Tracing.ofThisServer().map(RequestSpans::new).orElse(null);
        deployment.addInitialHandlerChainWrapper(next -> RequestTrace.beginning(next, spans));
        deployment.addInitialHandlerChainWrapper(TrustedProxies.read(SettingSource.ofThisServer())::checking);
        deployment.addThreadSetupAction((ThreadSetupHandler) RequestTrace::binding);
    }
}
