package com.foobar.web.infrastructure.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.foobar.web.infrastructure.picture.Canvas.Placed;
import com.foobar.web.infrastructure.picture.Picture.Box;
import com.foobar.web.infrastructure.picture.Picture.Card.Kind;
import com.foobar.web.infrastructure.picture.StatusStyle.Tone;
import com.foobar.web.infrastructure.snapshot.Snapshot;
import com.foobar.web.infrastructure.snapshot.Snapshot.Gateway;

/** Draws the gateways: those that have checked this instance, and the gateway that the request passed. */
final class GatewayTier {

    /**
     * A gateway to draw.
     *
     * @param heard whether the gateway has checked this instance recently
     */
    record Part(String name, boolean heard, StatusStyle look, @Nullable String detail) {}

    private GatewayTier() {}

    static List<Placed<Part>> draw(Canvas canvas, Snapshot snapshot, RequestPath way) {
        Optional<String> passed = way.gateway(snapshot);
        ArrayList<Placed<Part>> placed = new ArrayList<>();
        int top = canvas.y();
        for (List<Part> row : Grid.rows(canvas.format(), parts(snapshot, passed))) {
            List<Box> boxes = Grid.row(canvas.format(), row.size(), canvas.y(), Canvas.THREE_LINES);
            for (int i = 0; i < row.size(); i++) {
                Part part = row.get(i);
                Box box = boxes.get(i);
                boolean onWay = passed.equals(Optional.of(part.name()));
                canvas.card(Kind.GATEWAY, box, part.name(), part.look(), part.detail(), onWay);
                placed.add(new Placed<>(part, box, box, onWay));
            }
            canvas.moveTo(boxes.getFirst().bottom() + Canvas.PADDING);
        }
        if (!placed.isEmpty()) {
            canvas.moveTo(canvas.y() - Canvas.PADDING);
            canvas.band(top, "edge", "TLS, load balancing");
        }
        return placed;
    }

    private static List<Part> parts(Snapshot snapshot, Optional<String> passed) {
        ArrayList<Part> parts = new ArrayList<>();
        for (Gateway gateway : snapshot.gateways()) {
            parts.add(new Part(gateway.name(), !gateway.silent(), StatusStyles.of(gateway),
                    StatusStyles.traffic(gateway, snapshot.servers())));
        }
        passed.filter(name -> parts.stream().noneMatch(part -> part.name().equals(name)))
                .ifPresent(
                        name -> parts.add(new Part(name, false, new StatusStyle(Tone.UNKNOWN, "not heard yet"), null)));
        return parts;
    }
}
