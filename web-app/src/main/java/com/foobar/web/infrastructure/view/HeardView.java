package com.foobar.web.infrastructure.view;

import java.time.Duration;

import com.foobar.gatewayview.GatewayView;

/**
 * The last view of a gateway.
 *
 * @param age the time since the view was received
 * @param silent whether this time is so long that the view may no longer be true
 */
public record HeardView(GatewayView view, Duration age, boolean silent) {}
