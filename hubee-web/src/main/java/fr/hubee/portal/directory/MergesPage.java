package fr.hubee.portal.directory;

import fr.hubee.lifetime.merge.MergeUndoService;
import fr.hubee.lifetime.merge.MergeUndoService.RecentMerge;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The merges of the last thirty days. */
@Named
@RequestScoped
public class MergesPage {
    @Inject
    MergeUndoService merges;

    @Inject
    CurrentCaller currentCaller;

    private List<RecentMerge> lines;

    @PostConstruct
    void open() {
        lines = merges.list(currentCaller.get());
    }

    public List<RecentMerge> getLines() {
        return lines;
    }

    public String moved(RecentMerge line) {
        return MovedWords.of(line.merge().moved());
    }
}
