package fr.hubee.portal.home;

import fr.hubee.portal.address.Pages;
import fr.hubee.portal.frame.Frame;
import fr.hubee.portal.frame.MenuEntry;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Redirects each person to the first page of her work. */
@Named
@RequestScoped
public class HomePage {
    @Inject
    CurrentCaller currentCaller;

    @Inject
    Frame frame;

    public void opened() {
        MenuEntry.first(currentCaller.get())
                .filter(frame.getMenu()::contains)
                .ifPresent(work -> Pages.goTo(work.path()));
    }
}
