package fr.hubee.http.answer;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/** Puts {@link SafeAnswers} around all that answers a request; named in {@code META-INF/services}. */
public class AnswerExtension implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(SafeAnswers::new);
    }
}
