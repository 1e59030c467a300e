export { anthropicMessages } from './anthropicMessages';
export { bedrockConverse } from './bedrockConverse';
export { cohereChat } from './cohereChat';
export { googleGemini } from './googleGemini';
export { openaiChat } from './openaiChat';
export { openaiResponses } from './openaiResponses';
