package com.foobar.web.infrastructure.view;

import java.time.Duration;

import com.foobar.gatewayview.GatewayView;

/**
 * What a gateway said last.
 *
 * @param age how long ago
 * @param silent whether that is so long ago that it may no longer be so
 */
public record HeardView(GatewayView view, Duration age, boolean silent) {}
