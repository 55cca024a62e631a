package com.foobar.web.story;

import com.foobar.web.pair.OnMySql;

@OnMySql
class StoryPagesOnMySqlIT extends StoryPagesContract {}
